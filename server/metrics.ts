// Measurements for those who run it, on a port of their own, in the text form of Prometheus. Law: nothing of a visitor is in
// them, and nothing of what was asked but the pattern of its path.
import { createServer, type Server } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Printer, PrinterHealth } from './print/printer.ts';

export interface Metrics {
  /** Stands before everything else and counts each request when its answer has left. */
  readonly watch: RequestHandler;
  text(): Promise<string>;
}

const ofPrinter = {
  running: 'Documents that are being printed',
  waiting: 'Documents that wait to be printed',
  printed: 'Documents printed since the start',
  failed: 'Documents that could not be printed since the start',
  restarts: 'Browsers started after the first',
  requestsRefused: 'Requests that documents made and that were aborted',
} as const satisfies Partial<Record<keyof PrinterHealth, string>>;

export function makeMetrics(printer: Printer): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answered = new Histogram({
    name: 'classplan_request_seconds',
    help: 'How long requests took, by method, path of the route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  watchPrinter(registry, printer);
  return {
    watch: (request, response, next) => {
      const end = answered.startTimer({ method: methodOf(request.method) });
      response.once('close', () => {
        end({ route: routeOf(request, response), status: response.statusCode });
      });
      next();
    },
    text: () => registry.metrics(),
  };
}

export function serveMetrics(metrics: Metrics, port: number, host: string): Server {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('The measurements are at /metrics.\n');
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return server.listen(port, host);
}

function watchPrinter(registry: Registry, printer: Printer): void {
  for (const name of Object.keys(ofPrinter) as (keyof typeof ofPrinter)[]) {
    new Gauge({
      name: `classplan_printer_${name.replace(/[A-Z]/g, (each) => `_${each.toLowerCase()}`)}`,
      help: ofPrinter[name],
      registers: [registry],
      collect() {
        this.set(printer.health()[name]);
      },
    });
  }
}

/** The pattern, never the path: 'kept' where an answer was given again, 'none' where no route is meant. */
function routeOf(request: Request, response: Response): string {
  if (response.locals.wasKept) return 'kept';
  const path = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}

/** Anything may be sent as a method; only so many are counted apart. */
function methodOf(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
