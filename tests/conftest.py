"""What every test of the project rests on."""

from hypothesis import settings

# Several workers share few cores: how long one example takes says nothing there. Everything else
# stays as hypothesis has it, which on CI means fixed examples.
settings.register_profile("plangen", parent=settings.default, deadline=None)
settings.load_profile("plangen")
