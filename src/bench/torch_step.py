"""PyTorch doing the training step that src/bench/step.sh times: the same layers of the same encoder, forward, backward,
clipping and AdamW. Run the two in turn and compare medians.

usage: torch_step.py MODEL_DIR FIRST_LAYER SEQUENCES TOKENS STEPS [THREADS]
MODEL_DIR holds the encoder as transformers' BertModel.
"""
import sys
import time

import torch
from transformers import BertModel

first, sequences, tokens, steps = map(int, sys.argv[2:6])
torch.set_num_threads(int(sys.argv[6]) if len(sys.argv) > 6 else 2)
torch.manual_seed(1)
model = BertModel.from_pretrained(
    sys.argv[1],
    add_pooling_layer=False,
    attn_implementation="sdpa",
    attention_probs_dropout_prob=0.0,
    hidden_dropout_prob=0.1,
)
layers = model.encoder.layer[first:]
layers.train()
weights = [p for layer in layers for p in layer.parameters()]
optimizer = torch.optim.AdamW(
    [
        {"params": [p for p in weights if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in weights if p.ndim == 1], "weight_decay": 0},
    ],
    lr=1e-5,
)
states = torch.randn(sequences, tokens, 384) * 0.5
direction = torch.randn(sequences, tokens, 384) * 0.01


def step():
    out = states
    for layer in layers:
        out = layer(out)
        out = out[0] if isinstance(out, tuple) else out
    loss = (out * direction).sum()
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(weights, 1.0)
    optimizer.step()


for _ in range(5):
    step()
times = []
for _ in range(steps):
    started = time.perf_counter()
    step()
    times.append((time.perf_counter() - started) * 1000)
times.sort()
print(f"torch: layers {first}-11, {sequences} x {tokens}: median {times[steps // 2]:.1f} ms, fastest {times[0]:.1f} ms")
