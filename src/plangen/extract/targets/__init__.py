"""Targets (目标) from the prose of documents that others wrote, each with its evidence.

A figure is found by the grammar of values and then asked, one question a module: in which sentence
and clause (``sentences``), is it a target at all (``refusals``), what of (``naming``, ``lists``),
by when (``governing``), how strongly (``modality``), reached or to be reached (``kinds``), which
indicator of the dictionary (``indicators``).
"""
