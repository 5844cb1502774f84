import os

# Media Foundation's hardware transforms make Windows cameras open slowly (OpenCV #17687). OpenCV's own copy of the
# environment is made when it is imported, and this is the one place that runs before any adapter imports it.
os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
