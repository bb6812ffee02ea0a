import { seconds } from './numbers.js';
import type { Scale } from './scale.js';
import { type Attributes, element, markup } from './svg-elements.js';
import { style } from './svg-style.js';

/** Pixels, of all pictures over time. */
export const page = {
  width: 800,
  margin: 20,
  rowHeight: 26,
  barHeight: 16,
  lineHeight: 18,
  digitWidth: 7,
} as const;
/** Characters of a statement in a line of a picture. */
export const lineLength = 104;

/** A part of a picture from its own top, which is 0, down to its height. */
export interface Panel {
  readonly height: number;
  readonly markup: readonly string[];
}

/** Panels below one another. */
export function stack(
  panels: readonly Panel[],
  top: number,
): { readonly markup: readonly string[]; readonly bottom: number } {
  let bottom = top;
  const groups = panels.map((panel) => {
    const group = element(
      'g',
      { transform: `translate(0 ${bottom})` },
      ...panel.markup.map((line) => `\n  ${line}`),
      '\n',
    );
    bottom += panel.height + page.margin;
    return group;
  });
  return { markup: groups, bottom };
}

interface Words {
  readonly title: string;
  /** For those who do not see the picture. */
  readonly description: string;
}

/**
 * A document of its own, with neither scripts nor anything to load, the same bytes for the same parts, and readable on
 * light and dark pages.
 */
export function svgPage({ title, description }: Words, height: number, parts: readonly string[]): string {
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: page.width,
      height,
      viewBox: `0 0 ${page.width} ${height}`,
      role: 'img',
      'aria-labelledby': 'podlint-title podlint-description',
    },
    ...[
      element('title', { id: 'podlint-title' }, markup(title)),
      element('desc', { id: 'podlint-description' }, markup(description)),
      element('style', {}, style),
      element('rect', { class: 'page', width: '100%', height: '100%' }),
      ...parts,
    ].map((line) => `\n${line}`),
    '\n',
  );
  return `${svg}\n`;
}

/** Lines at the ticks of a scale, with their seconds below. */
export function gridOf(scale: Scale, left: number, top: number, bottom: number): string[] {
  const last = seconds(scale.ticks * scale.tick);
  const hasRoom = last.length * page.digitWidth < scale.unitsPerTick;
  return Array.from({ length: scale.ticks + 1 }, (_, tick) => {
    const x = left + tick * scale.unitsPerTick;
    const number = tick === scale.ticks ? last : String(tick * scale.tick);
    const line = element('line', { class: 'grid', x1: x, y1: top, x2: x, y2: bottom + 4 });
    return hasRoom || tick === 0 || tick === scale.ticks
      ? [line, svgText(x, bottom + 18, number, { class: 'number dim' })]
      : [line];
  }).flat();
}

export function svgText(x: number, y: number, content: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, markup(content));
}
