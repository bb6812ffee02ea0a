/** Sockets by which container runtimes take orders. Distributions differ in the folder, not in the name. */
const socketNames: ReadonlySet<string> = new Set([
  'docker.sock',
  'dockershim.sock',
  'cri-dockerd.sock',
  'containerd.sock',
  'containerd.sock.ttrpc',
  'crio.sock',
  'podman.sock',
]);
const pipeNames: ReadonlySet<string> = new Set(['docker_engine', 'containerd-containerd']);

/** Whether a path on the node is the socket of a container runtime; on Windows, its named pipe. */
export function isRuntimeSocket(path: string): boolean {
  const [name = ''] = path
    .split(/[/\\]+/)
    .filter((part) => part !== '')
    .slice(-1);
  return socketNames.has(name) || pipeNames.has(name);
}
