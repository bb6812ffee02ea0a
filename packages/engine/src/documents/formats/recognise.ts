import type { JsonValue } from '@podlint/syntax';
import { isMapping, mappingsIn } from './format.js';
import { formats } from './table.js';

/** What a file that is no manifest is, if podlint knows: by what it holds, else by its name. */
export function recognise(json: JsonValue, path: string): string | undefined {
  return (formatOf(json) ?? formats.find((format) => format.path?.test(path)))?.name;
}

function formatOf(json: JsonValue): (typeof formats)[number] | undefined {
  if (isMapping(json)) return formats.find(({ ofMapping }) => ofMapping?.(json));
  const items = mappingsIn(json);
  return items && formats.find(({ ofList }) => ofList?.(items));
}
