import { needsLateChecks } from '@podlint/kinds';
import { mayDecideOnOthers, mayHoldDefinitions } from './definitions.js';

/** What a text may need of the code that most runs do not load; nothing is read for that. */
export interface TextNeeds {
  /** It may hold a CustomResourceDefinition. */
  readonly definitions: boolean;
  /** It may hold an object by which admission decides on others. */
  readonly admission: boolean;
  /** It may hold an object of a kind that needs the late checks. */
  readonly lateChecks: boolean;
}

export function needsOf(text: string): TextNeeds {
  return {
    definitions: mayHoldDefinitions(text),
    admission: mayDecideOnOthers(text),
    lateChecks: needsLateChecks(text),
  };
}
