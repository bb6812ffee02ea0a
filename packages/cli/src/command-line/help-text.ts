import type { OptionSpec, OptionTable } from './options.js';

/** One line an option, the descriptions below each other. */
export function optionLines(table: OptionTable): string[] {
  const rows = Object.entries(table).map(([name, spec]) => ({ usage: usageOf(name, spec), help: spec.help }));
  const width = Math.max(...rows.map((row) => row.usage.length));
  return rows.map((row) => `  ${row.usage.padEnd(width)}  ${row.help}`);
}

function usageOf(name: string, { short, value, valueIsOptional }: OptionSpec): string {
  return `${short ? `-${short}, ` : '    '}--${name}${value ? (valueIsOptional ? `[=${value}]` : ` ${value}`) : ''}`;
}
