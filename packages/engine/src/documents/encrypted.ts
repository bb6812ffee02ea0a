import type { NodeId, YamlDocument } from '@podlint/syntax';

/** A value that a program will decrypt: of SOPS (`ENC[AES256_GCM,data:...]`), of eyaml (`ENC[PKCS7,...]`). */
const encryptedValue = /^ENC\[[A-Z][A-Z0-9_]*,[^\]]*\]$/;

/**
 * Whether a document has to be decrypted before it is anybody's object: it carries the keys and the checksum of SOPS
 * (github.com/getsops/sops, stores/stores.go), or an encrypted value. A fix would break the checksum.
 */
export function isEncrypted(document: YamlDocument): boolean {
  const { root, text, range } = document;
  if (root === undefined) return false;
  const own = text.slice(range.start, range.end);
  return (
    (own.includes('sops') && hasSopsMetadata(document, root)) ||
    (own.includes('ENC[') && holdsEncrypted(document, root))
  );
}

function hasSopsMetadata(document: YamlDocument, root: NodeId): boolean {
  const sops = document.child(root, 'sops');
  if (sops === undefined || document.kind(sops) !== 'mapping') return false;
  return document.child(sops, 'mac') !== undefined && document.child(sops, 'lastmodified') !== undefined;
}

function holdsEncrypted(document: YamlDocument, node: NodeId): boolean {
  if (document.kind(node) !== 'scalar') return document.children(node).some((child) => holdsEncrypted(document, child));
  const value = document.value(node);
  return typeof value === 'string' && encryptedValue.test(value.trim());
}
