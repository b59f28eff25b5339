// Pages as Chromium shows them: node browser.cjs MODULES CHROMIUM WIDTH PAGE… prints one JSON list,
// an object a page. MODULES is the node_modules folder with playwright-core and axe-core.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const [modules, executablePath, width, ...pages] = process.argv.slice(2);
const { chromium } = require(join(modules, 'playwright-core'));
const axe = readFileSync(join(modules, 'axe-core', 'axe.min.js'), 'utf8');
const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

async function seen(browser, path) {
  const page = await browser.newPage({ viewport: { width: Number(width), height: 844 } });
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run();
    const frames = [...document.querySelectorAll('.scroll')];
    return {
      violations: violations.map(({ id, nodes }) => [id, nodes[0].html]),
      width: document.documentElement.scrollWidth,
      frames: frames.map(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]),
    };
  });
  await page.keyboard.press('Tab');
  found.focused = await page.evaluate(() => {
    const { textContent } = document.activeElement;
    return [textContent, document.activeElement.getBoundingClientRect().top >= 0];
  });
  await page.close();
  return found;
}

(async () => {
  const browser = await chromium.launch({ executablePath, args });
  const found = [];
  for (const path of pages) found.push(await seen(browser, path));
  await browser.close();
  console.log(JSON.stringify(found));
})();
