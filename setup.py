"""Compile the few functions that are worth it, where a compiler is there.

All else of the project stands in ``pyproject.toml``. Each ``*.pyx`` has a twin in plain Python with
the same results, so a machine without a compiler installs the same program, only slower.
"""

from pathlib import Path

from Cython.Build import cythonize
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext


class Beside(build_ext):
    """Also put what was compiled beside its source: commands run from a checkout read that."""

    def run(self) -> None:
        """Compile into the package that is built, then into the checkout."""
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
        optional=True,  # without a compiler the twin in Python serves
    )
    for source in sorted(Path("pipeline").rglob("*.pyx"))
]

setup(
    ext_modules=cythonize(EXTENSIONS, build_dir="build/c", language_level=3),
    cmdclass={"build_ext": Beside},
)
