import { resolveCore } from '@podlint/syntax';
import { quotedStyles, Style, Tag, type YNode } from './node.js';

/** Where a scalar is written: inside brackets, or as the key of a mapping. */
export interface Surroundings {
  readonly inFlow: boolean;
  readonly isKey: boolean;
}

/** How go-yaml v3 writes a scalar: with which tag and in which style. */
export interface WrittenScalar {
  readonly tag: string;
  readonly style: number;
}

/** The tag and the style that a node's scalar is written with (encode.go, node; emitterc.go, select_scalar_style). */
export function writtenScalar(node: YNode, around: Surroundings): WrittenScalar {
  const { tag, mustQuote } = writtenTag(node);
  return { tag, style: allowedStyle(node.value, wantedStyle(node, mustQuote), around) };
}

/** A tag is left out where the text says the same; a string that does not look like one is quoted instead. */
function writtenTag({ tag, style, value }: YNode): { tag: string; mustQuote: boolean } {
  if (tag === Tag.none || (style & Style.tagged) !== 0) return { tag, mustQuote: false };
  if (tag === Tag.string && (style & quotedStyles) !== 0) return { tag: '', mustQuote: false };
  if (resolveCore(value).tag === tag) return { tag: '', mustQuote: false };
  return tag === Tag.string ? { tag: '', mustQuote: true } : { tag, mustQuote: false };
}

function wantedStyle({ style, value }: YNode, mustQuote: boolean): number {
  for (const quoted of [Style.double, Style.single, Style.literal, Style.folded]) if (style & quoted) return quoted;
  if (value.includes('\n')) return Style.literal;
  return mustQuote ? Style.double : Style.plain;
}

/** The wanted style, or the next one that can hold the text. */
export function allowedStyle(value: string, wanted: number, { inFlow, isKey }: Surroundings): number {
  const can = analyse(value);
  let style = wanted;
  if (isKey && can.isMultiline) style = Style.double;
  if (style === Style.plain && (!(inFlow ? can.plainInFlow : can.plainInBlock) || (value === '' && (inFlow || isKey))))
    style = Style.single;
  if (style === Style.single && !can.single) style = Style.double;
  if ((style === Style.literal || style === Style.folded) && (!can.block || inFlow || isKey)) style = Style.double;
  return style;
}

interface Allowed {
  readonly isMultiline: boolean;
  readonly plainInFlow: boolean;
  readonly plainInBlock: boolean;
  readonly single: boolean;
  readonly block: boolean;
}

const empty: Allowed = { isMultiline: false, plainInFlow: false, plainInBlock: true, single: true, block: false };
const anywhere: Allowed = { isMultiline: false, plainInFlow: true, plainInBlock: true, single: true, block: true };

const simple = /^[\w/][\w./-]*$/;
const indicatorAtStart = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|-(?:[ \t]|$))/;
const blockIndicator = /^[?:](?:[ \t]|$)|:(?:[ \t]|$)|[ \t\r\n\u0085\u2028\u2029]#/;
const flowIndicator = /^[?:]|.[,?[\]{}:]/s;
const breaks = /[\r\n\u0085\u2028\u2029]/;
// What go-yaml writes as it is: breaks and printable characters of 16 bits (yamlprivateh.go, is_printable); and tabs.
const special = /[^\t\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** What a text allows (emitterc.go, analyze_scalar). */
function analyse(value: string): Allowed {
  if (value === '') return empty;
  if (simple.test(value)) return anywhere;
  const isSpecial = special.test(value);
  const spaceBeforeBreak = / [\r\n\u0085\u2028\u2029]/.test(value);
  const spaceAfterBreak = /[\r\n\u0085\u2028\u2029] /.test(value);
  const isMultiline = breaks.test(value);
  const quotedOnly =
    isMultiline || isSpecial || value.includes('\t') || /^ | $/.test(value) || indicatorAtStart.test(value);
  const plainInBlock = !quotedOnly && !blockIndicator.test(value);
  return {
    isMultiline,
    plainInBlock,
    plainInFlow: plainInBlock && !flowIndicator.test(value),
    single: !isSpecial && !spaceBeforeBreak && !spaceAfterBreak && !value.includes('\t'),
    block: !isSpecial && !spaceBeforeBreak && !value.endsWith(' '),
  };
}
