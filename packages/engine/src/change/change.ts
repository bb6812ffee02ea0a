import { toolVersion } from '@podlint/model';
import type { CustomResources } from '../verdict/custom-resources.js';
import type { Server } from './answer.js';
import { compareSides } from './compared-sides.js';
import { ObjectChanges } from './object-changes.js';
import type { ChangedObject, ChangeReport, ReplacedImage } from './report.js';
import { SharedReader } from './shared-reader.js';
import { Side, type ChangeSide } from './side.js';
import { summaryOf } from './summary.js';

/**
 * What it would do to a cluster to apply files in the place of others. Nothing is asked of a cluster: what the old files
 * say is taken for what it holds.
 */
export function changeOf(old: ChangeSide, now: ChangeSide, server: Server): ChangeReport {
  const read = new SharedReader();
  const sides = { old: new Side(old, (file) => read.file(file)), now: new Side(now, (file) => read.file(file)) };
  const { pairs, notCompared: others, broken } = compareSides(sides.old, sides.now);
  const changes = new ObjectChanges(sides, pairs, { ...server, customResources: withoutAdmission(server) });
  const objects = pairs.map((pair) => changes.of(pair));
  return {
    version: 1,
    tool: { name: 'podlint', version: toolVersion },
    kubernetesVersion: server.version.name,
    summary: summaryOf(objects, { brokenBuilds: broken.length, notCompared: others.length }),
    objects,
    images: replacedIn(objects),
    brokenBuilds: broken,
    notCompared: others,
  };
}

/** What policies say of an object is no matter of what it was before. */
function withoutAdmission({ customResources }: Server): CustomResources | undefined {
  return (
    customResources && {
      get name() {
        return customResources.name;
      },
      judge: (request) => customResources.judge(request),
    }
  );
}

function replacedIn(objects: readonly ChangedObject[]): ReplacedImage[] {
  const counts = new Map<string, ReplacedImage>();
  for (const { images = [], status } of objects) {
    const replaced = new Set(
      images.flatMap(({ from, to }) =>
        status === 'changed' && from !== undefined && to !== undefined ? [`${from}\n${to}`] : [],
      ),
    );
    for (const key of replaced) {
      const [from = '', to = ''] = key.split('\n');
      counts.set(key, { from, to, objects: (counts.get(key)?.objects ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}
