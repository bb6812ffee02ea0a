/** Why fields that several workloads have in common are what they are. */
export const oneReplica = 'one pod, unless more are asked for';
export const historyKept = 'ten old revisions are kept to roll back to';
export const rollingUpdate = 'pods are replaced a few at a time';
