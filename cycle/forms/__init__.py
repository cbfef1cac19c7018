"""Workbooks out and in: the form of a partij, and what it says when it comes back.

One way through the package: ``bladen`` plans the sheets, ``formulier`` writes them and
``veldkaart`` says where everything stands, ``invullen`` types answers, ``veilig``
refuses what may not be opened, ``raster`` turns bytes into cells, ``herkenning`` says
whose form it is, ``controle`` turns rows into a Bieding with a finding for every doubt.
"""

from cycle.forms.excel import ExcelFormulieren

__all__ = ["ExcelFormulieren"]
