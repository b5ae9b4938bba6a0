/** The least that a status poll can cost: Express, the query, its row as JSON. Nothing else. */
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = express();
app.get('/jobs/:id/status', async (req, res) => {
  const { rows } = await pool.query(
    `SELECT id, key_id, status, progress, current_step, error_code, error_message, error_pointer,
       deleted_at FROM jobs WHERE id = $1`,
    [req.params.id],
  );
  res.json(rows[0]);
});
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
