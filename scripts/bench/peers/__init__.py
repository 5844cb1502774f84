"""The audience model written as users of Mesa and of SimPy write it: one object or one process a viewer."""
