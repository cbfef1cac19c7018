"""Use cases: one module each, with one public function that reads top to bottom."""
