"""Compile what is worth it, where a compiler is there.

All else of the project stands in ``pyproject.toml``. A machine without a compiler installs the same
program, only slower: a module with a ``*.pxd`` of its name beside it is compiled as it stands, with
the C types that stand there, and runs as plain Python else; a ``*.pyx`` has a twin in Python.
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


SOURCES = [
    *Path("pipeline").rglob("*.pyx"),
    *(types.with_suffix(".py") for types in Path("pipeline").rglob("*.pxd")),
]
SHARED = "pipeline._memoryviews"
"""What Cython would else put into every module that reads arrays."""
FLAGS = ["-O3", "-g0"]
EXTENSIONS = [
    Extension(".".join(source.with_suffix("").parts), [str(source)], extra_compile_args=FLAGS)
    for source in sorted(SOURCES)
    if source.exists()
]

COMPILED = cythonize(
    [Extension(SHARED, [], extra_compile_args=FLAGS), *EXTENSIONS],
    shared_utility_qualified_name=SHARED,
    build_dir="build/c",
    language_level=3,
    # An annotation tells mypy what comes in; types for C stand in the *.pxd alone.
    compiler_directives={"annotation_typing": False},
)
for extension in COMPILED:
    extension.optional = True  # without a compiler its twin in Python serves

setup(ext_modules=COMPILED, cmdclass={"build_ext": WhereThereIsACompiler})
