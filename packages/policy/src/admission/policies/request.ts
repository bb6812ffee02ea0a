import type { Json } from '../../crd/values/json.js';

/** Who asks for what, as the data and the users of the library write it. */
export interface AdmissionRequest {
  /** CREATE, UPDATE, DELETE or CONNECT. */
  readonly operation: string;
  readonly object?: Json;
  readonly oldObject?: Json;
  readonly subresource?: string;
  readonly user?: string;
  readonly groups?: readonly string[];
  readonly dryRun?: boolean;
}
