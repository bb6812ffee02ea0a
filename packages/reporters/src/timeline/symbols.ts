import type { MarkKind } from './chart.js';

/** What a timeline is drawn with in a terminal; each a single column. */
export interface Symbols {
  readonly fill: Readonly<Record<MarkKind, string>>;
  /** Where an attempt's window begins, where two meet, and where the last ends. */
  readonly edge: { readonly open: string; readonly between: string; readonly close: string };
  /** A window that is a single moment. */
  readonly moment: string;
  /** Where the container begins to answer. */
  readonly guide: string;
  readonly axis: { readonly line: string; readonly first: string; readonly tick: string; readonly last: string };
  /** A mark that goes on beyond the axis. */
  readonly beyond: string;
}

export const unicodeSymbols: Symbols = {
  fill: { starting: '░', held: '·', attempt: '─', deciding: '━', running: '─', success: '█', kill: '▓', grace: '▒' },
  edge: { open: '├', between: '┼', close: '┤' },
  moment: '◆',
  guide: '┊',
  axis: { line: '─', first: '└', tick: '┴', last: '┘' },
  beyond: '▸',
};

export const asciiSymbols: Symbols = {
  fill: { starting: ':', held: '.', attempt: '-', deciding: '=', running: '-', success: '#', kill: 'X', grace: '/' },
  edge: { open: '|', between: '|', close: '|' },
  moment: '*',
  guide: '!',
  axis: { line: '-', first: '+', tick: '+', last: '+' },
  beyond: '>',
};
