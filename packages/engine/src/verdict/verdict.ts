/** What the API server says to an object. */
export type Verdict = 'accept' | 'reject' | 'undecodable' | 'unserved';
