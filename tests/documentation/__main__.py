"""python -m documentation  # in the folder tests: writes the files of docs/ that are made from the program"""

from .made import FOLDER, made

for name, text in made().items():
    (FOLDER / name).write_text(text, encoding="utf-8")
