import { parseDocument, resolvePlain } from '@podlint/syntax';
import { Kind, type YNode } from './node.js';

const surelyPlain = /^[A-Za-z_/][\w./@-]*$/;

/** A scalar that a YAML 1.1 reader takes for anything but a string (compatibility.go, IsYaml1_1NonString). */
export function isYaml11NonString(node: YNode): boolean {
  return node.kind === Kind.scalar && isNonString(node.value);
}

function isNonString(text: string): boolean {
  if (text === '' || text.includes('\n')) return false;
  if (surelyPlain.test(text)) return resolvePlain(text).type !== 'string';
  const document = parseDocument(text, { start: 0, end: text.length });
  if (document.problems.length > 0) return false;
  return document.root === undefined || typeof document.value(document.root) !== 'string';
}
