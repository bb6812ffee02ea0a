import { type Message, defineMessages } from '@podlint/messages';

const says = defineMessages('node-port', {
  'out-of-range':
    'Port {port} is not one of {from} to {to}, which API servers keep for node ports unless they are started with another --service-node-port-range. Choose one of these, or leave it out to get one.',
  taken: 'Port {port} of the nodes is taken by another port of this Service. Choose another one, or leave it out.',
});

/** The server's default (DefaultServiceNodePortRange). */
const range = { from: 30_000, to: 32_767 };

/** The ports of the nodes that one request takes. */
export class NodePorts {
  private readonly taken = new Set<number>();

  /** Why the port cannot be had. */
  take(port: number): Message | undefined {
    if (port < range.from || port > range.to) return says['out-of-range']({ port, ...range });
    if (this.taken.has(port)) return says.taken({ port });
    this.taken.add(port);
    return undefined;
  }
}
