/** Kustomizations, built offline. Runs in a browser. */
export * from '@podlint/kustomize';
