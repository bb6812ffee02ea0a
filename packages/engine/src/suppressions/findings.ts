import type { FieldPath } from '@podlint/field-path';
import type { Safety } from '../findings/diagnostic.js';
import { severityOf } from '../findings/levels.js';
import type { Level, Rule } from '../rule/rule.js';
import { messageOf } from '../rule/run-rules.js';
import { finding, type Finding } from '../findings/finding.js';
import { nearestId } from '../settings/suggest.js';
import { quoted, rangeOfIds, type WrittenId } from './id-list.js';
import type { NeedlessAnnotation } from './annotation-names.js';
import { unknownAnnotation, unknownRuleSuppression, unusedSuppression } from './rules.js';
import type { Suppression } from './suppression.js';

type OnLevel = Exclude<Level, 'off'>;

/** @param unused those of its ids that hide nothing; empty: it names none */
export function unusedFinding(level: OnLevel, suppression: Suppression, unused: readonly WrittenId[]): Finding {
  const { ids, range, path } = suppression;
  const isAll = unused.length === ids.length;
  return about(
    unusedSuppression,
    level,
    unused.length === 0 ? 'all' : 'ids',
    { ids: quoted(unused) },
    {
      range: isAll ? range : rangeOfIds(unused),
      path,
      fixes: fix(isAll ? 'Remove the suppression' : `Remove ${quoted(unused)}`, 'safe', suppression.without(unused)),
    },
  );
}

export function needlessEndFinding(level: OnLevel, end: Suppression): Finding {
  const { ids, range, path } = end;
  return about(
    unusedSuppression,
    level,
    ids.length === 0 ? 'enable-all' : 'enable',
    { ids: quoted(ids) },
    { range, path, fixes: fix('Remove the comment', 'safe', end.without(ids)) },
  );
}

export function unknownIdFinding(
  level: OnLevel,
  { id, range }: WrittenId,
  path: FieldPath,
  codes: readonly string[],
): Finding {
  const nearest = nearestId(id, codes);
  if (nearest === undefined) return about(unknownRuleSuppression, level, 'unknown', { id }, { range, path });
  return about(
    unknownRuleSuppression,
    level,
    'near',
    { id, nearest },
    { range, path, fixes: fix(`Write "${nearest}"`, 'unsafe', [{ range, text: nearest }]) },
  );
}

function fix(title: string, safety: Safety, edits: ReturnType<Suppression['without']>): Finding['fixes'] {
  return edits.length === 0 ? undefined : () => [{ title, safety, edits }];
}

export function unknownAnnotationFinding(
  level: OnLevel,
  { name, path, belongs, nearest }: NeedlessAnnotation,
): Finding {
  const { id, range } = name;
  if (belongs) return about(unknownAnnotation, level, belongs, { name: id }, { range, path });
  if (nearest === undefined) return about(unknownAnnotation, level, 'unknown', { name: id }, { range, path });
  return about(
    unknownAnnotation,
    level,
    'near',
    { name: id, nearest },
    { range, path, fixes: fix(`Write "${nearest}"`, 'unsafe', [{ range, text: nearest }]) },
  );
}

type Parts = Pick<Finding, 'range' | 'path'> & Partial<Pick<Finding, 'fixes'>>;

function about(
  rule: Rule,
  level: OnLevel,
  message: string,
  data: Readonly<Record<string, string>>,
  parts: Parts,
): Finding {
  return finding(
    { id: rule.id, stage: 'lint', severity: severityOf[level], tags: rule.tags },
    { message: messageOf(rule, { message, data }), ...parts },
  );
}
