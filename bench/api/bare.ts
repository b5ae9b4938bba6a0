/** The minimum cost of a status poll: Express, the query, and its row as JSON. */
import express, { type NextFunction, type Request, type Response } from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const STATUS = `SELECT id, key_id, status, progress, current_step, error_code, error_message,
  error_pointer, deleted_at FROM jobs WHERE id = $1`;

function status(req: Request, res: Response, next: NextFunction): void {
  pool.query(STATUS, [req.params['id']]).then(({ rows }) => res.json(rows[0]), next);
}

const server = express()
  .get('/jobs/:id/status', status)
  .listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    process.stdout.write(`http://127.0.0.1:${port}\n`);
  });
