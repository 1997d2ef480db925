"""Compile the few functions that are worth it, where a compiler is there.

All else of the project stands in ``pyproject.toml``. Each ``*.pyx`` has a twin in plain Python with
the same results, so a machine without a compiler installs the same program, only slower.
"""

import os
from pathlib import Path

from Cython.Build import cythonize
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext


class WhereThereIsACompiler(build_ext):
    """Compile what can be compiled, and also put it beside its source.

    Commands that run from a checkout read the checkout, and would else run the twins in Python.
    """

    def run(self) -> None:
        """Compile into the package that is built, then into the checkout."""
        self.parallel = self.parallel or os.cpu_count()
        super().run()
        if not self.inplace:
            for extension in self.extensions:
                built = Path(self.get_ext_fullpath(extension.name))
                if built.exists():
                    beside = Path(*extension.name.split(".")).with_name(built.name)
                    self.copy_file(str(built), str(beside))


EXTENSIONS = [
    Extension(
        ".".join(source.with_suffix("").parts),
        [str(source)],
        extra_compile_args=["-O3"],
    )
    for source in sorted(Path("pipeline").rglob("*.pyx"))
]

COMPILED = cythonize(EXTENSIONS, build_dir="build/c", language_level=3)
for extension in COMPILED:
    extension.optional = True  # without a compiler its twin in Python serves

setup(ext_modules=COMPILED, cmdclass={"build_ext": WhereThereIsACompiler})
