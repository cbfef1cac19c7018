"""Codegen: the two places where Jinja's Python is worth writing shorter.

A field of a dict is looked up in place, and a text without ``< & >`` is printed as it is.
Everything else goes the way of Jinja itself.
"""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class Sjabloonschrijver(CodeGenerator):
    """Writes the Python of one part; `Sjabloonkamer` asks for it."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write ``obj.naam`` as a lookup in a dict, and as a call for anything else."""
        naam = repr(node.attr)
        self.write(f"(veld_[{naam}] if type(veld_ := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {naam} in veld_ else environment.getattr(veld_, {naam}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        """Write what stands before a printed expression."""
        del node, frame, finalize
        self.write("(tekst_ if type(tekst_ := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        """Write what stands behind a printed expression."""
        del node, frame
        self.write(
            ") is str and '<' not in tekst_ and '&' not in tekst_ and '>' not in tekst_ "
            f"else escape({finalize.src}tekst_)))"
        )
