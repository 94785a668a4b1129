"""What pip asks to make a wheel: CMake compiles the module, and what it installs is packed. Nothing is downloaded.

    pip install --no-build-isolation .
    pip install --no-build-isolation --config-settings=build-dir=build/release .   # takes the module that is built there
"""

import base64
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import sysconfig
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def version():
    return re.search(r"project\(detente VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]


def tag():
    python = "cp{}{}".format(*sys.version_info)
    return f"{python}-{python}-{re.sub('[-.]', '_', sysconfig.get_platform())}"


def metadata():
    return (
        f"Metadata-Version: 2.1\nName: detente\nVersion: {version()}\n"
        "Summary: Tension indices from dated events between actors\nRequires-Python: >=3.9\nRequires-Dist: numpy\n"
    )


def configure_and_build(build):
    """Compiles the module, and the library that it needs, with all cores that it may use."""
    options = {
        "CMAKE_BUILD_TYPE": "Release",
        "CMAKE_UNITY_BUILD": "ON",
        "DETENTE_PYTHON": "ON",
        "DETENTE_PYTHON_INTERPRETER": sys.executable,
        "DETENTE_PROGRAM": "OFF",
        "DETENTE_EXAMPLES": "OFF",
    }
    subprocess.run(["cmake", "-S", ROOT, "-B", build, *(f"-D{k}={v}" for k, v in options.items())], check=True)
    parallel = ["--parallel", str(len(os.sched_getaffinity(0)))]
    subprocess.run(["cmake", "--build", build, "--target", "detente_python", *parallel], check=True)


def install(build, prefix):
    subprocess.run(["cmake", "--install", build, "--component", "python", "--prefix", prefix], check=True)


def line_of_record(name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"


def info():
    return f"detente-{version()}.dist-info"


def info_files():
    wheel = f"Wheel-Version: 1.0\nGenerator: detente\nRoot-Is-Purelib: false\nTag: {tag()}\n"
    return {
        f"{info()}/METADATA": metadata().encode(),
        f"{info()}/LICENSE": (ROOT / "LICENSE").read_bytes(),
        f"{info()}/WHEEL": wheel.encode(),
    }


def pack(prefix, wheel):
    """A wheel of the files below `prefix`."""
    files = {str(p.relative_to(prefix)): p.read_bytes() for p in sorted(prefix.rglob("*")) if p.is_file()}
    files.update(info_files())
    record = "".join(line_of_record(name, content) for name, content in files.items())
    files[f"{info()}/RECORD"] = f"{record}{info()}/RECORD,,\n".encode()
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    """So that pip need not make a wheel to learn its name."""
    for name, content in info_files().items():
        path = pathlib.Path(metadata_directory, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return info()


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name = f"detente-{version()}-{tag()}.whl"
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder, "prefix")
        build = (config_settings or {}).get("build-dir")
        if not build:
            build = pathlib.Path(folder, "build")
            configure_and_build(build)
        install(build, prefix)
        pack(prefix, pathlib.Path(wheel_directory, name))
    return name
