"""Ways to make one vector of a sentence's tokens, compared in PyTorch: mean, first token, attention (a learned query).

usage: python3 src/bench/pooling.py ENCODER TRAIN.csv DEVELOPMENT.csv FACET [POOLING...]

ENCODER holds e5-small-v2 as transformers' BertModel. The tables have doc_id, text and a column FACET, rows in reading order.
Layers 5 to 8 (those above are left out) and a linear head learn for 3 epochs from windows of up to 128 word pieces of whole
consecutive sentences (AdamW at 1.5e-4, head 1e-3, warm-up and linear decay, seed 1). Prints macro-F1 on DEVELOPMENT.
"""

import csv
import random
import sys
from itertools import groupby

import torch
from sklearn.metrics import f1_score
from transformers import BertModel, PreTrainedTokenizerFast

encoder, train, development, facet = sys.argv[1:5]
poolings = sys.argv[5:] or ["mean", "first", "attention"]
WINDOW, BATCH, EPOCHS, LAYERS, FROZEN = 128, 8, 3, 8, 4
tokenizer = PreTrainedTokenizerFast.from_pretrained(encoder)
CLS, SEP = tokenizer.convert_tokens_to_ids(["[CLS]", "[SEP]"])
torch.set_num_threads(2)


def articles(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    tokens = tokenizer([row["text"] for row in rows], add_special_tokens=False, truncation=True, max_length=250)["input_ids"]
    return [[(own, row[facet]) for row, own in some] for _, some in groupby(zip(rows, tokens), lambda pair: pair[0]["doc_id"])]


def windows(article, room):
    """Windows of [CLS] a [SEP] b [SEP] ..., each with the places and codes of its sentences; the first holds up to room."""
    ids, units = [CLS], []
    for tokens, code in article:
        if units and len(ids) + len(tokens) + 1 > room:
            yield ids, units
            ids, units, room = [CLS], [], WINDOW
        units.append((len(ids), len(ids) + len(tokens) + 1, code))
        ids = ids + tokens + [SEP]
    yield ids, units


def pooled(model, query, batch, pooling):
    width = max(len(ids) for ids, _ in batch)
    padded = torch.tensor([ids + [0] * (width - len(ids)) for ids, _ in batch])
    states = model(input_ids=padded, attention_mask=(padded != 0).long()).last_hidden_state
    vectors = []
    for row, (_, units) in enumerate(batch):
        for start, end, _ in units:
            own = states[row, start:end]
            if pooling == "mean":
                vectors.append(own.mean(0))
            elif pooling == "first":
                vectors.append(own[0])
            else:
                vectors.append(torch.softmax(own @ query, 0) @ own)
    return torch.stack(vectors)


def run(pooling):
    torch.manual_seed(1)
    shuffle = random.Random(1)
    learned, judged = articles(train), articles(development)
    labels = sorted({code for article in learned for _, code in article if code})
    counts = [sum(code == label for article in learned for _, code in article) for label in labels]
    weights = torch.tensor([count**-0.5 for count in counts])
    weights *= sum(counts) / sum(count**0.5 for count in counts)
    model = BertModel.from_pretrained(encoder, add_pooling_layer=False, num_hidden_layers=LAYERS,
                                     attention_probs_dropout_prob=0.0)
    for part in [model.embeddings, *model.encoder.layer[:FROZEN]]:
        part.requires_grad_(False)
    head = torch.nn.Linear(384, len(labels))
    query = torch.nn.Parameter(torch.zeros(384))
    optimizer = torch.optim.AdamW(
        [{"params": [p for p in model.parameters() if p.requires_grad], "lr": 1.5e-4},
         {"params": [*head.parameters(), query], "lr": 1e-3}], weight_decay=0.01)
    steps = EPOCHS * sum(len(list(windows(article, WINDOW))) for article in learned) // BATCH + 20
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.0, (steps - step) / (0.9 * steps))))
    for _ in range(EPOCHS):
        model.train()
        for part in [model.embeddings, *model.encoder.layer[:FROZEN]]:
            part.eval()
        all_windows = [w for article in learned for w in windows(article, int(shuffle.random() * WINDOW))]
        shuffle.shuffle(all_windows)
        for at in range(0, len(all_windows), BATCH):
            batch = all_windows[at:at + BATCH]
            codes = torch.tensor([labels.index(code) if code else -1 for _, units in batch for _, _, code in units])
            logits = head(torch.dropout(pooled(model, query, batch, pooling), 0.1, True))
            loss = torch.nn.functional.cross_entropy(logits, codes, weights, ignore_index=-1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for group in optimizer.param_groups for p in group["params"]], 1.0)
            optimizer.step()
            schedule.step()
    model.eval()
    actual, predicted = [], []
    with torch.no_grad():
        for article in judged:
            for window in windows(article, WINDOW):
                said = head(pooled(model, query, [window], pooling)).argmax(1)
                for (_, _, code), place in zip(window[1], said):
                    if code:
                        actual.append(code)
                        predicted.append(labels[place])
    print(f"{pooling}: macro-F1 {f1_score(actual, predicted, average='macro'):.3f} on {len(actual)} units", flush=True)


for each in poolings:
    run(each)
