import type { SchemaProblem } from '@podlint/schema';
import { schemaCodes } from '@podlint/schema';
import { finding, type Finding } from './finding.js';

/** What keeps the server from decoding an object as it is written. */
export function schemaFinding({ code, message, path, range, related, fixes }: SchemaProblem): Finding {
  return finding(
    { id: code, stage: 'schema', ...schemaCodes[code] },
    {
      message,
      path,
      range,
      related,
      fixes: fixes.length > 0 ? () => fixes : undefined,
    },
  );
}
