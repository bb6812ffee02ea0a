/** Who refers to whom among the objects of a run. Plain data. */
export interface ReferenceGraph {
  readonly objects: readonly GraphObject[];
  readonly references: readonly GraphReference[];
}

/**
 * `here`: among the files; `elsewhere`: every cluster has it, or nobody can say; `made`: something of the run makes it;
 * `optional`: it may be missing, and is; `missing`: it is not among the files.
 */
export type GraphPresence = 'here' | 'elsewhere' | 'made' | 'optional' | 'missing';

export interface GraphObject {
  /** Its number among the objects. */
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  /** Absent for kinds outside of namespaces. */
  readonly namespace?: string;
  readonly presence: GraphPresence;
  readonly apiVersion?: string;
  /** The file that it is in. */
  readonly file?: string;
}

/** `names`: a field holds the name; `selects`: by labels; `peer`: Pods that a network policy lets in or out to. */
export type GraphRelation = 'names' | 'selects' | 'peer';

export interface GraphReference {
  /** Numbers of objects. */
  readonly from: number;
  readonly to: number;
  readonly relation: GraphRelation;
  /** The fields that say so: `spec.template.spec.volumes[0].configMap.name`. */
  readonly fields: readonly string[];
  /** What does not fit, though the object is there or nearly so. */
  readonly problems?: readonly GraphProblem[];
}

export interface GraphProblem {
  readonly field: string;
  /** `key`, `port`: the object has none such; `name`: there is no such object, but one with a name like it. */
  readonly problem: 'key' | 'port' | 'name';
  readonly found: string;
  /** What was most likely meant. */
  readonly meant?: string;
}
