#!/usr/bin/env python3
"""Holds the stand-ins for the platforms against the SDKs that others use; the last line says how many tests passed and failed.

    TUNGNGO_PLATFORMS=.build/debug/RunPlatforms python3 Tests/SDKs/run.py
"""

import pathlib
import sys
import unittest

folder = str(pathlib.Path(__file__).resolve().parent)
tests = unittest.defaultTestLoader.discover(folder, top_level_dir=folder)
result = unittest.TextTestRunner(verbosity=2).run(tests)
failed = {test.id().split(" ")[0] for test, _ in result.failures + result.errors}
print(f"{result.testsRun - len(failed)} passed, {len(failed)} failed")
sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)
