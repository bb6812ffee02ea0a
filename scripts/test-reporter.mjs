// A reporter for node:test: one line a file, every failure in full, and a closing line of its own: `N passed, N
// failed`.
import path from 'node:path';

function failureText({ name, file, details }) {
  const error = details.error?.cause ?? details.error;
  return `\nFAILED ${path.relative(process.cwd(), file ?? '')}: ${name}\n${error?.stack ?? error}\n`;
}

/**
 * A test file reports itself as a test too; only what stands inside it counts, unless the file itself failed to run.
 */
const isFile = (data) => data.name === data.file || data.name === path.relative(process.cwd(), data.file ?? '');

export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' || type === 'test:stdout') {
      if (type === 'test:stdout') yield data.message;
      continue;
    }
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (type === 'test:fail') {
      if (data.details.error?.failureType === 'subtestsFailed') continue;
      counts.failed++;
      yield failureText(data);
    } else if (isFile(data)) continue;
    else if (data.skip !== undefined) {
      counts.skipped++;
      yield `skipped: ${data.name}${typeof data.skip === 'string' && data.skip ? ` (${data.skip})` : ''}\n`;
    } else counts.passed++;
  }
  yield `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`;
}
