import { defineRule, set } from '@podlint/engine/rule';
import { modesOf } from './modes.js';

/**
 * Modes that people give to files, but decimal: 400 is 0620. Others are either no such mode (`777` and whatever is above
 * 511 is refused), or right as they stand (`420` is 0644).
 */
const meantAsOctal: ReadonlySet<number> = new Set([400, 440, 444, 500]);

export default defineRule({
  id: 'volumes/mode',
  level: 'warn',
  fix: 'unsafe',
  summary: 'File permissions whose octal digits are read as a decimal number',
  brief: 'file mode read as decimal',
  messages: {
    decimal:
      'The mode {mode} is a decimal number, which is {octal} in octal digits. Those are not the permissions that 0{mode} would give. Write {meant}, or 0{mode} in YAML.',
  },
  pod(pod, report) {
    for (const { value, at } of modesOf(pod)) {
      if (!meantAsOctal.has(value) || pod.object.writtenText(at) !== String(value)) continue;
      const meant = Number.parseInt(String(value), 8);
      report({
        at,
        message: 'decimal',
        data: { mode: value, octal: `0${value.toString(8)}`, meant },
        fixes: [{ title: `Write ${meant}, which is 0${value}`, safety: 'unsafe', changes: [set(at, meant)] }],
      });
    }
  },
});
