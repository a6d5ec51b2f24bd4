package framing.classifier;

import framing.encoder.Precision;

/**
 * Which model is at work, and how it computes. Two with equal identities give equal scores.
 *
 * @param reference the model's name and version
 * @param sha256 SHA-256 of the folder's file SHA256SUMS, and so of all that shapes scores; empty for a model that is in no
 *     folder
 * @param precision the numbers that the encoder computes with
 */
public record ModelIdentity(String reference, String sha256, Precision precision) {}
