"""Home: who rehearses what, with which camera and microphone, and what was rehearsed before."""
