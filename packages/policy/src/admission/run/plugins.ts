import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import type { Kind } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import { admitObject, type ChainContext } from '../chain/admit-object.js';
import { namespaceOf, type Resource } from '../objects/resource.js';
import type { ObjectName, Refusal } from '../plugins/plugin.js';
import { QuotaLedger } from '../quotas/ledger.js';
import type { AdmissionFinding } from './finding.js';

const says = defineMessages('admission-plugin', {
  refused: 'The plugin {plugin} refuses this: {problem}',
  'may-refuse':
    'The plugin {plugin} refuses this if {kind} {name}, which names no namespace, is put into the namespace of this object: {problem}',
  'refused-by': 'The plugin {plugin} refuses this because of {kind} {name}: {problem}',
});

/** What the server's plugins say of the objects of a run, one at a time: quotas count nothing else. */
export class RunPlugins {
  private readonly context: ChainContext;
  private readonly ledgers = new Map<string, QuotaLedger>();

  constructor({ cluster, minor, plugins }: Omit<ChainContext, 'ledger'>) {
    this.context = {
      ...{ cluster, minor, plugins },
      ledger: (namespace) => this.ledgerOf(namespace),
    };
  }

  /** Creates an object in the cluster: quotas remember it. Undefined: nobody refuses it. */
  refusalOf(object: Json, kind: Kind): Refusal | undefined {
    const admission = admitObject(object, kind, this.context);
    return 'refused' in admission ? admission.refused : undefined;
  }

  /** The same for an object of a kind that is not built in: only its number counts. */
  chargeOther(object: Json, resource: Resource): Refusal | undefined {
    const namespace = namespaceOf(object, resource);
    return namespace === '' ? undefined : this.ledgerOf(namespace).charge(resource, object);
  }

  private ledgerOf(namespace: string): QuotaLedger {
    const known = this.ledgers.get(namespace);
    if (known) return known;
    const { cluster, minor } = this.context;
    const made = new QuotaLedger(cluster.all('ResourceQuota', namespace), minor);
    this.ledgers.set(namespace, made);
    return made;
  }
}

/** `isDoubtful`: the object behind it may be of another namespace. */
export function pluginFinding(refusal: Refusal, isDoubtful: (by: ObjectName) => boolean): AdmissionFinding {
  const { plugin, message, field, by } = refusal;
  const isOfAnother = by !== undefined && isDoubtful(by);
  return {
    code: dashed(plugin),
    message: isOfAnother ? says['may-refuse']({ plugin, problem: message, ...by }) : textOfRefusal(refusal),
    at: field ?? FieldPath.root,
    ...(isOfAnother && { isDoubtful: true }),
  };
}

function textOfRefusal({ plugin, message: problem, by }: Refusal): Message {
  return by ? says['refused-by']({ plugin, problem, ...by }) : says.refused({ plugin, problem });
}

/** `LimitRanger` as codes are written: `limit-ranger`. */
function dashed(plugin: string): string {
  return plugin.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
}
