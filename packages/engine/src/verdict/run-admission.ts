import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Kind, Minor, PodTemplate } from '@podlint/model';
import type { ExplainedAdmission } from '../explain/explanation.js';

/** What admission would do about an object. */
interface AdmissionFinding {
  /** `policy-denied`, `limit-ranger`: the code after `admission/`. */
  readonly code: string;
  readonly message: Message;
  readonly at: FieldPath;
  /** It may be about another namespace: no more than a warning. */
  readonly isDoubtful?: true;
}

/** What admission says of the objects of a run, by policies, limits and quotas among them. */
export interface RunAdmission {
  /** Of the creation of an object that the server takes. */
  judge(object: unknown, minor: Minor): readonly AdmissionFinding[];
  /** The same of a Pod that the controller of another kind makes of a template, decoded and with its defaults; fields are those of the Pod. */
  judgePod(template: PodTemplate, owner: unknown, minor: Minor): readonly AdmissionFinding[];
  /** The object and the Pod that it is or makes, as admission leaves them; undefined: there is nothing to show. */
  explain(object: unknown, minor: Minor): ExplainedAdmission | undefined;
  /**
   * Gives an object, decoded and with its defaults, what policies and LimitRanges will give it and its Pods; in place.
   * Returns the list items that the manifest does not have.
   */
  fill(kind: Kind, decoded: object, object: unknown, minor: Minor): readonly FieldPath[];
  /** The same for the template of another kind; the list items are those of the Pod. */
  fillPod(template: PodTemplate, owner: unknown, minor: Minor): readonly FieldPath[];
}
