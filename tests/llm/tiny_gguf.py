"""Write a tiny language model, so that tests have a real llama.cpp server without downloading weights.

Two layers, 64 dimensions, one token per byte, random weights: it writes nonsense that a grammar forces into shape. One
dimension of every embedding is the same, which makes its column of the output a bias per token: quotation marks are
likely, so that strings end; bytes beyond ASCII are not, so that replies are UTF-8.
"""

from pathlib import Path

import gguf
import numpy as np

DIM, HEADS, LAYERS, HIDDEN = 64, 4, 2, 128
SPECIAL = ["<unk>", "<s>", "</s>"]
TOKENS = [*SPECIAL, *(f"<0x{byte:02X}>" for byte in range(256))]
TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant: "
BIAS_DIM = 0


def write_tiny_gguf(path: Path, *, context_tokens: int = 4_096, seed: int = 1) -> Path:
    """Write the model to ``path`` (about half a megabyte) and give it back."""
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_name("tiny")
    writer.add_context_length(context_tokens)
    writer.add_embedding_length(DIM)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(DIM // HEADS)
    writer.add_vocab_size(len(TOKENS))
    _add_tokenizer(writer)
    for name, tensor in _make_tensors(np.random.default_rng(seed)).items():
        writer.add_tensor(name, tensor.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _add_tokenizer(writer: gguf.GGUFWriter) -> None:
    kinds = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL, *[gguf.TokenType.BYTE] * 256]
    writer.add_tokenizer_model("llama")
    writer.add_token_list(TOKENS)
    writer.add_token_scores([0.0] * len(TOKENS))
    writer.add_token_types(kinds)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(True)
    writer.add_chat_template(TEMPLATE)


def _make_tensors(draw: np.random.Generator) -> dict[str, "np.typing.NDArray[np.float64]"]:
    def weights(*shape: int) -> "np.typing.NDArray[np.float64]":
        return draw.normal(0.0, 0.02, shape)

    embeddings = weights(len(TOKENS), DIM)
    embeddings[:, BIAS_DIM] = 1.0
    output = weights(len(TOKENS), DIM)
    output[:, BIAS_DIM] = _token_bias()
    tensors = {"token_embd.weight": embeddings, "output.weight": output, "output_norm.weight": np.ones(DIM)}
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            tensors[f"{block}.{name}.weight"] = weights(DIM, DIM)
        tensors[f"{block}.ffn_gate.weight"] = weights(HIDDEN, DIM)
        tensors[f"{block}.ffn_up.weight"] = weights(HIDDEN, DIM)
        tensors[f"{block}.ffn_down.weight"] = weights(DIM, HIDDEN)
        tensors[f"{block}.attn_norm.weight"] = np.ones(DIM)
        tensors[f"{block}.ffn_norm.weight"] = np.ones(DIM)
    return tensors


def _token_bias() -> "np.typing.NDArray[np.float64]":
    """Per token, times 8 (the norm of a vector with one large dimension): letters, then quotes and brackets."""
    bias = np.full(len(TOKENS), -4.0)
    for byte in range(0x20, 0x7F):
        bias[len(SPECIAL) + byte] = 0.0
    for character in '"]}':
        bias[len(SPECIAL) + ord(character)] = 0.35
    bias[2] = 1.0
    return bias
