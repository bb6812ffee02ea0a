import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { fileOfTool } from '../tool-files.js';
import type { WorkerAnswer, WorkerStart, WorkerTask } from './worker-protocol.js';

/** A worker thread that does one task after another. */
export class Thread {
  private readonly worker: Worker;
  private readonly port: MessagePort;

  constructor(start: Omit<WorkerStart, 'port'>) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = new Worker(fileOfTool('judge-worker.js'), {
      workerData: { ...start, port: port2 } satisfies WorkerStart,
      transferList: [port2],
    });
    this.worker.unref();
  }

  send(task: WorkerTask): void {
    this.port.postMessage(task);
  }

  /** The answers, if they are there. */
  take(): readonly string[] | undefined {
    const received = receiveMessageOnPort(this.port) as { message: WorkerAnswer } | undefined;
    if (!received) return undefined;
    if ('error' in received.message) throw received.message.error;
    return received.message.answers;
  }

  close(): void {
    this.port.close();
    void this.worker.terminate();
  }
}
