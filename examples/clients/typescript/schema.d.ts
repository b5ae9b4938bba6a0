export interface paths {
    "/api/v1/csrf-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a CSRF token for requests that change something */
        get: operations["csrf_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys, newest first */
        get: operations["keys_list"];
        put?: never;
        /** Make an API key */
        post: operations["keys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key for good; works within a second */
        delete: operations["keys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an API key a new secret; the old one ends within a second */
        post: operations["keys_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Liveness: the process answers */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readiness: database, ffmpeg and storage can be used */
        get: operations["health_ready[0]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readiness: database, ffmpeg and storage can be used */
        get: operations["health_ready[1]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/detailed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions, memory, disk, load, queue and timing engines */
        get: operations["health_details"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus, in its text format */
        get: operations["metrics_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List jobs, newest first */
        get: operations["jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get job details */
        get: operations["jobs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get job status; cheap to poll, more so with `If-None-Match` */
        get: operations["jobs_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a job that is not finished */
        post: operations["jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail of a job; live with `Accept: text/event-stream`
         * @description Live, each audit event comes as a server-sent event named by its type, with its `id`; `progress` events tell status, progress and step in between. The stream ends after the final event. A client that connects again with the `Last-Event-ID` of that gets 204.
         */
        get: operations["jobevents_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List videos, newest first, finished or not */
        get: operations["videos_list"];
        put?: never;
        /** Create a video generation job, of a config or of a template */
        post: operations["videos_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get video information */
        get: operations["videos_get"];
        put?: never;
        post?: never;
        /**
         * Delete a video for good, and cancel its render if that still runs
         * @description The job stays, marked as deleted, and so does its audit trail.
         */
        delete: operations["videos_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the video file; ranges and conditional requests are served */
        get: operations["videos_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download one of the files of a video, as `GET /videos/{id}` lists them
         * @description Ranges and conditional requests are served.
         */
        get: operations["videos_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/subtitles.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the captions of a video as SRT, VTT, ASS or JSON */
        get: operations["subtitles_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/{id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the words of a video with their times */
        get: operations["subtitles_get"];
        /**
         * Render a video again with corrected words
         * @description Makes a new job of the same project with these words in its captions; the video itself stays. What shows no other captions than before is not encoded again.
         */
        put: operations["subtitles_correct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List templates, newest first */
        get: operations["templates_list"];
        put?: never;
        /** Keep a video config with variables as a template */
        post: operations["templates_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a template, at its latest revision or at an earlier one */
        get: operations["templates_get"];
        /**
         * Replace a template by a new revision
         * @description Earlier revisions stay, and so do the jobs made from them.
         */
        put: operations["templates_update"];
        post?: never;
        /**
         * Delete a template
         * @description Jobs that were made from it stay, and pending ones are rendered.
         */
        delete: operations["templates_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/videos/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a job for each of many sets of variables
         * @description All or none: when one item is wrong nothing is created, and all issues are told.
         */
        post: operations["batches_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a batch: how many of its jobs are in which state */
        get: operations["batches_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel all jobs of a batch that have not come to their end */
        post: operations["batches_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the audit trail, newest first
         * @description An administrator sees everything; another key what concerns its own jobs and itself. Without a total: events are many, and counting them would cost more than reading them.
         */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CsrfTokenDto: {
            /** @example h7Vd2kQm-0mJ3dC5n8yX1zqKfZbWvT4sRgLpQ */
            csrf_token: string;
            /**
             * @description Seconds the token serves.
             * @example 5400
             */
            expires_in: number;
            /**
             * Format: date-time
             * @example 2026-01-01T14:00:00.000Z
             */
            expires_at: string;
        };
        IssuedKeyDto: {
            /** @example 3f9a1c2b7d4e5f60 */
            id: string;
            /** @example newsroom */
            name: string;
            /**
             * @example [
             *       "videos:write",
             *       "jobs:read"
             *     ]
             */
            scopes: ("videos:write" | "videos:read" | "jobs:read" | "jobs:cancel" | "audit:read" | "metrics:read" | "admin")[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description Exact to a minute.
             */
            last_used_at: string | null;
            /**
             * @description The key itself; it is shown this once and cannot be read again.
             * @example vc_3f9a1c2b7d4e5f60_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
             */
            key: string;
        };
        CreateKeyDto: {
            /** @example newsroom */
            name: string;
            /**
             * @example [
             *       "videos:write",
             *       "videos:read",
             *       "jobs:read"
             *     ]
             */
            scopes: ("videos:write" | "videos:read" | "jobs:read" | "jobs:cancel" | "audit:read" | "metrics:read" | "admin")[];
            /**
             * Format: date-time
             * @description When the key ends, with its time zone; left out: never.
             * @example 2027-01-01T00:00:00Z
             */
            expires_at?: string;
        };
        KeyDto: {
            /** @example 3f9a1c2b7d4e5f60 */
            id: string;
            /** @example newsroom */
            name: string;
            /**
             * @example [
             *       "videos:write",
             *       "jobs:read"
             *     ]
             */
            scopes: ("videos:write" | "videos:read" | "jobs:read" | "jobs:cancel" | "audit:read" | "metrics:read" | "admin")[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description Exact to a minute.
             */
            last_used_at: string | null;
        };
        KeyListDto: {
            keys: components["schemas"]["KeyDto"][];
        };
        FieldErrorDto: {
            /**
             * @description JSON pointer (RFC 6901) into the body, or `?name` for a query parameter.
             * @example /scenes/0/elements/1/src
             */
            pointer: string;
            /** @description What is wrong and what is allowed. */
            message: string;
        };
        ErrorDto: {
            /** @example The request is not valid */
            error: string;
            /**
             * @example VALIDATION_ERROR
             * @enum {string}
             */
            code: "VALIDATION_ERROR" | "MISSING_AUTH_HEADER" | "INVALID_API_KEY" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID" | "CORS_ORIGIN_REJECTED" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "JOB_NOT_FOUND" | "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND" | "TEMPLATE_NOT_FOUND" | "BATCH_NOT_FOUND" | "KEY_NOT_FOUND" | "JOB_NOT_CANCELLABLE" | "VIDEO_NOT_READY" | "PRECONDITION_FAILED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "RANGE_NOT_SATISFIABLE" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMIT_EXCEEDED" | "INTERNAL_ERROR" | "SERVICE_UNAVAILABLE";
            /** @description What exactly was wrong and what would be right; one line per fault. */
            details: string;
            /** @description With VALIDATION_ERROR: each fault. */
            errors?: components["schemas"]["FieldErrorDto"][];
            /** @example req_70fd80da42156ecff0fd */
            request_id: string;
            /** Format: date-time */
            timestamp: string;
            /**
             * Format: uri
             * @description The page about this code.
             */
            help_url: string;
        };
        JobLinksDto: {
            self: string;
            status: string;
            events: string;
            /** @description Null once the video is deleted. */
            video: string | null;
        };
        JobSummaryDto: {
            /** Format: uuid */
            job_id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            progress: number;
            /** @example segments */
            current_step: string | null;
            /** @description Why the job failed. */
            error: string | null;
            /** @example SOURCE_NOT_FOUND */
            error_code: string | null;
            /** @example /scenes/0/elements/1 */
            error_pointer: string | null;
            /**
             * Format: date-time
             * @description When the video was deleted.
             */
            deleted_at: string | null;
            /** @description How many times a worker took the job. */
            attempt: number;
            warnings: string[];
            /** Format: uuid */
            batch_id: string | null;
            /** Format: uuid */
            template_id: string | null;
            template_revision: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            links: components["schemas"]["JobLinksDto"];
        };
        PaginationDto: {
            /** @example 20 */
            limit: number;
            has_more: boolean;
            /**
             * @description Send it as `cursor` for the next page; null on the last.
             * @example MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA
             */
            next_cursor: string | null;
            /**
             * @description Null with `cursor`.
             * @example 0
             */
            offset: number | null;
            /**
             * @description How many there are with these filters; not counted (null) with `cursor`.
             * @example 73
             */
            total: number | null;
        };
        JobListDto: {
            jobs: components["schemas"]["JobSummaryDto"][];
            pagination: components["schemas"]["PaginationDto"];
        };
        StageDto: {
            /** @example segments */
            step: string;
            /**
             * @description Null while the step runs. Exact to a second or so until the job is completed.
             * @example 3.1
             */
            seconds: number | null;
        };
        JobDto: {
            /** Format: uuid */
            job_id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            progress: number;
            /** @example segments */
            current_step: string | null;
            /** @description Why the job failed. */
            error: string | null;
            /** @example SOURCE_NOT_FOUND */
            error_code: string | null;
            /** @example /scenes/0/elements/1 */
            error_pointer: string | null;
            /**
             * Format: date-time
             * @description When the video was deleted.
             */
            deleted_at: string | null;
            /** @description How many times a worker took the job. */
            attempt: number;
            warnings: string[];
            /** Format: uuid */
            batch_id: string | null;
            /** Format: uuid */
            template_id: string | null;
            template_revision: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            links: components["schemas"]["JobLinksDto"];
            /** @description The video config as it was submitted. */
            config: Record<string, never>;
            /** @description Stage log of the present attempt. */
            steps: components["schemas"]["StageDto"][];
            /**
             * @description Seconds the render still takes if it goes on as so far; null when unknown.
             * @example 12
             */
            estimated_remaining_seconds: number | null;
            /**
             * @description While pending: place in the queue by time of submission, 1 being the next.
             * @example 1
             */
            queue_position: number | null;
        };
        JobStatusDto: {
            /** Format: uuid */
            job_id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            progress: number;
            /** @example segments */
            current_step: string | null;
            /** @description Why the job failed. */
            error: string | null;
            /** @example SOURCE_NOT_FOUND */
            error_code: string | null;
            /** @example /scenes/0/elements/1 */
            error_pointer: string | null;
            /**
             * Format: date-time
             * @description When the video was deleted.
             */
            deleted_at: string | null;
        };
        AuditEventDto: {
            /** @example 4711 */
            id: string;
            /** @enum {string} */
            type: "job.accepted" | "job.started" | "job.step" | "job.source_retried" | "job.handed_back" | "job.completed" | "job.failed" | "job.cancelled" | "video.deleted" | "batch.created" | "batch.cancelled" | "template.created" | "template.updated" | "template.deleted" | "key.created" | "key.rotated" | "key.revoked";
            /** Format: uuid */
            job_id: string | null;
            /** @description The key that did it. */
            key_id: string | null;
            /** @description The key whose job or key it is. */
            owner_id: string | null;
            request_id: string | null;
            /**
             * @example {
             *       "workerId": "host-1-9f2c"
             *     }
             */
            data: Record<string, never>;
            /** Format: date-time */
            created_at: string;
        };
        JobEventsDto: {
            /** Format: uuid */
            job_id: string;
            events: components["schemas"]["AuditEventDto"][];
        };
        CreatedJobDto: {
            /** Format: uuid */
            job_id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * Format: date-time
             * @description When its video was deleted: only of a request that is sent again after that.
             */
            deleted_at?: string;
        };
        SubtitleUrlsDto: {
            srt: string;
            vtt: string;
            ass: string;
            /** @description The words with their times. */
            json: string;
        };
        SubtitleTrackDto: {
            /** @example 73 */
            words: number;
            /**
             * @description Where the times are from.
             * @example aligned
             */
            method: string;
            urls: components["schemas"]["SubtitleUrlsDto"];
        };
        SegmentsDto: {
            total: number;
            /** @description Those that had been rendered before, and were reused. */
            cached: number;
        };
        VideoFileDto: {
            /** @example video.mp4 */
            name: string;
            /** @enum {string} */
            kind: "video" | "audio" | "poster" | "preview" | "subtitles";
            /** @example video/mp4 */
            content_type: string;
            size_bytes: number;
            sha256: string;
            url: string;
        };
        VideoStageDto: {
            /** @example segments */
            step: string;
            /** @example 3.1 */
            seconds: number;
        };
        VideoLinksDto: {
            self: string;
            job: string;
            events: string;
            /** @description Null until the video is finished. */
            download: string | null;
            /** @description Null without captions. */
            transcript: string | null;
        };
        VideoDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            completed_at: string | null;
            size_bytes: number | null;
            sha256: string | null;
            duration_seconds: number | null;
            /** @example 1920x1080 */
            resolution: string | null;
            width: number | null;
            height: number | null;
            frame_rate: number | null;
            frames: number | null;
            /** @example h264 */
            video_codec: string | null;
            /** @example aac */
            audio_codec: string | null;
            subtitle_tracks: components["schemas"]["SubtitleTrackDto"][] | null;
            segments: components["schemas"]["SegmentsDto"] | null;
            /** @description At most 0.5. */
            max_drift_frames: number | null;
            /** @description All files of the video, the MP4 first; empty until finished. */
            files: components["schemas"]["VideoFileDto"][];
            /** @description Seconds per stage; empty until finished. */
            steps: components["schemas"]["VideoStageDto"][];
            warnings: string[];
            links: components["schemas"]["VideoLinksDto"];
        };
        VideoListDto: {
            videos: components["schemas"]["VideoDto"][];
            pagination: components["schemas"]["PaginationDto"];
        };
        DeletedVideoDto: {
            /** Format: uuid */
            id: string;
            /** @enum {boolean} */
            deleted: true;
        };
        TranscriptWordDto: {
            /** @example Hello */
            word: string;
            /** @description Seconds from the start of the video. */
            start: number;
            end: number;
            /** @description 0 to 1, where it is known. */
            confidence: number | null;
            /** @description Whether a space stands before it; told where it is not as its script has it. */
            space?: boolean;
        };
        TranscriptDto: {
            /** Format: uuid */
            id: string;
            /** @example en */
            language: string;
            /**
             * @description Where the times are from.
             * @example aligned
             */
            method: string;
            text: string;
            words: components["schemas"]["TranscriptWordDto"][];
        };
        DeclaredVariableDto: {
            /** @example title */
            name: string;
            /** @enum {string} */
            type: "string" | "number" | "boolean" | "array" | "object";
            /**
             * @description Stands for the variable when it is not given; without one it has to be.
             * @example Untitled
             */
            default?: Record<string, never>;
            description?: string;
        };
        TemplateDto: {
            /** Format: uuid */
            id: string;
            /** @example Product of the week */
            name: string;
            /**
             * @description Grows by one with each change.
             * @example 1
             */
            revision: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @description The video config, as it was kept. */
            config: Record<string, never>;
            variables: components["schemas"]["DeclaredVariableDto"][];
        };
        TemplateContentDto: {
            /** @example Product of the week */
            name: string;
            /**
             * @description A video config with expressions; see docs/templates.md.
             * @example {
             *       "scenes": [
             *         {
             *           "duration": "{{ seconds }}",
             *           "elements": []
             *         }
             *       ]
             *     }
             */
            config: Record<string, never>;
            /** @description The variables it takes; a template that declares some takes no others. */
            variables?: components["schemas"]["DeclaredVariableDto"][];
        };
        TemplateSummaryDto: {
            /** Format: uuid */
            id: string;
            /** @example Product of the week */
            name: string;
            /**
             * @description Grows by one with each change.
             * @example 1
             */
            revision: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        CursorPaginationDto: {
            /** @example 20 */
            limit: number;
            has_more: boolean;
            /**
             * @description Send it as `cursor` for the next page; null on the last.
             * @example MTc2NDAwMDAwMDAwMC4wMTlhYjU5ZS00YzAwLTdhYTAtOGQ0ZS0xYjJjM2Q0ZTVmNjA
             */
            next_cursor: string | null;
        };
        TemplateListDto: {
            templates: components["schemas"]["TemplateSummaryDto"][];
            pagination: components["schemas"]["CursorPaginationDto"];
        };
        DeletedTemplateDto: {
            /** Format: uuid */
            id: string;
            /** @enum {boolean} */
            deleted: true;
        };
        CreatedBatchDto: {
            /** Format: uuid */
            batch_id: string;
            /** @description Ids of the jobs, in the order of the items. */
            job_ids: string[];
            /** @description Those whose videos were deleted: only of a request that is sent again after that. */
            deleted_job_ids?: string[];
        };
        BatchCountsDto: {
            /** @example 1 */
            pending: number;
            /** @example 1 */
            processing: number;
            /** @example 1 */
            completed: number;
            /** @example 1 */
            failed: number;
            /** @example 1 */
            cancelled: number;
        };
        BatchLinksDto: {
            self: string;
            jobs: string;
        };
        BatchDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description How many jobs it has.
             * @example 3
             */
            size: number;
            /** @description Jobs by status: pending, processing, completed, failed, cancelled. */
            counts: components["schemas"]["BatchCountsDto"];
            /** @description True when every job has come to its end. */
            finished: boolean;
            /** Format: date-time */
            created_at: string;
            links: components["schemas"]["BatchLinksDto"];
        };
        AuditListDto: {
            events: components["schemas"]["AuditEventDto"][];
            pagination: components["schemas"]["CursorPaginationDto"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    csrf_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CsrfTokenDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["CsrfTokenDto"];
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["KeyListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_create: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKeyDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["IssuedKeyDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_revoke: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["KeyDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `KEY_NOT_FOUND`: There is no such API key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "KEY_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    keys_rotate: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["IssuedKeyDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `KEY_NOT_FOUND`: There is no such API key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "KEY_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    "health_ready[0]": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it can be used; `data.details` says more of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    "health_ready[1]": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it can be used; `data.details` says more of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    health_details: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How this process and the queue are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    metrics_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics of this process and the queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before, with the same filters. */
                cursor?: string;
                /** @description Only what is newer than this (ISO 8601). */
                created_after?: string;
                /** @description Only what is older than this (ISO 8601). */
                created_before?: string;
                /** @description How many to skip. `cursor` is faster far down a list; it excludes this. */
                offset?: number;
                status?: "pending" | "processing" | "completed" | "failed" | "cancelled";
                /** @description Only the jobs of a batch. */
                batch?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: There is no such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_status: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobStatusDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["JobStatusDto"];
                };
            };
            /** @description Nothing has changed since the `ETag` that was sent */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: There is no such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobs_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobStatusDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["JobStatusDto"];
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: There is no such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `JOB_NOT_CANCELLABLE`: The job is already over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_CANCELLABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    jobevents_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description With a stream: resume after this audit event. */
                "Last-Event-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobEventsDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                    "text/event-stream": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["JobEventsDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description With a stream: nothing more will happen to the job */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `JOB_NOT_FOUND`: There is no such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "JOB_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before, with the same filters. */
                cursor?: string;
                /** @description Only what is newer than this (ISO 8601). */
                created_after?: string;
                /** @description Only what is older than this (ISO 8601). */
                created_before?: string;
                /** @description How many to skip. `cursor` is faster far down a list; it excludes this. */
                offset?: number;
                status?: "pending" | "processing" | "completed" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["VideoListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_create: {
        parameters: {
            query?: never;
            header: {
                /** @description With the same key and body the answer is the first job again, marked by `Idempotent-Replayed: true`. A key is kept for 24 hours, for each API key apart. */
                "Idempotency-Key"?: string;
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A video config (docs/video-config.md), or a template and its variables (docs/templates.md). */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                } | {
                    /** @description Id of the template. */
                    template: string;
                    /** @description The revision to take; the latest when missing. */
                    "template-revision"?: number;
                    /** @description The revision to take; the latest when missing. */
                    template_revision?: number;
                    /** @description Values for the variables of the template. */
                    variables?: {
                        [key: string]: unknown;
                    };
                    /** @description Any JSON, kept with the job; else that of the template. */
                    "client-data"?: unknown;
                    /** @description Any JSON, kept with the job; else that of the template. */
                    client_data?: unknown;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CreatedJobDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    } & components["schemas"]["CreatedJobDto"];
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["VideoDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: There is no such video */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["DeletedVideoDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: There is no such video */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": string;
                };
            };
            /** @description The part that `Range` asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client has this file already (`If-None-Match`) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: There is no such video */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: It has been changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range lies outside the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RANGE_NOT_SATISFIABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    videos_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part that `Range` asks for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client has this file already (`If-None-Match`) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: There is no such video; `FILE_NOT_FOUND`: The video has no such file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: It has been changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range lies outside the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RANGE_NOT_SATISFIABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    subtitles_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                format: "srt" | "vtt" | "ass" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-subrip": string;
                    "text/vtt": string;
                    "text/x-ass": string;
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client has this file already (`If-None-Match`) */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: There is no such video; `FILE_NOT_FOUND`: The video has no such file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: It has been changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RANGE_NOT_SATISFIABLE`: The range lies outside the file */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RANGE_NOT_SATISFIABLE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    subtitles_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TranscriptDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: There is no such video; `FILE_NOT_FOUND`: The video has no such file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    subtitles_correct: {
        parameters: {
            query?: never;
            header: {
                /** @description As in `POST /videos`. */
                "Idempotency-Key"?: string;
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description The transcript as it was got, with corrected words; or only its `words` (times in seconds from the start of the video), or those of a speech tool; or a script to align as `text`. */
        requestBody: {
            content: {
                "application/json": {
                    id?: string;
                    language?: string;
                    method?: string;
                    text?: string;
                    words: {
                        word: string;
                        start: number;
                        end?: number;
                        space?: boolean;
                    }[];
                } | {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CreatedJobDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `VIDEO_NOT_FOUND`: There is no such video; `FILE_NOT_FOUND`: The video has no such file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_FOUND" | "FILE_NOT_FOUND";
                    };
                };
            };
            /** @description `VIDEO_NOT_READY`: The video is not finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VIDEO_NOT_READY";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before, with the same filters. */
                cursor?: string;
                /** @description Only what is newer than this (ISO 8601). */
                created_after?: string;
                /** @description Only what is older than this (ISO 8601). */
                created_before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TemplateListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_create: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateContentDto"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TemplateDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_get: {
        parameters: {
            query?: {
                /** @description The revision to read; the latest when missing. */
                revision?: number;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TemplateDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description It has the revision of the `ETag` that was sent */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_update: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the revision that was changed; without it the last writer wins. */
                "If-Match"?: string;
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateContentDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["TemplateDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: It has been changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    templates_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the revision that is to go; without it whichever is there. */
                "If-Match"?: string;
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["DeletedTemplateDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PRECONDITION_FAILED`: It has been changed meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PRECONDITION_FAILED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    batches_create: {
        parameters: {
            query?: never;
            header: {
                /** @description As of `POST /videos`, for the whole batch. */
                "Idempotency-Key"?: string;
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the template. */
                    template?: string;
                    /** @description The revision to take; the latest when missing. */
                    "template-revision"?: number;
                    /** @description The revision to take; the latest when missing. */
                    template_revision?: number;
                    /** @description A video config with expressions, instead of a template. */
                    config?: unknown;
                    /** @description One for each video. */
                    items: {
                        /** @description Values for the variables of this video. */
                        variables?: {
                            [key: string]: unknown;
                        };
                        /** @description Any JSON, kept with its job. */
                        "client-data"?: unknown;
                        /** @description Any JSON, kept with its job. */
                        client_data?: unknown;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["CreatedBatchDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `TEMPLATE_NOT_FOUND`: There is no such template */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "TEMPLATE_NOT_FOUND";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The request body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    batches_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["BatchDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `BATCH_NOT_FOUND`: There is no such batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "BATCH_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    batches_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description A token from `GET /csrf-token` (where CSRF protection is on). */
                "X-CSRF-Token": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["BatchDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this; `CSRF_TOKEN_REQUIRED`: A CSRF token is required; `CSRF_TOKEN_INVALID`: The CSRF token is not valid */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE" | "CSRF_TOKEN_REQUIRED" | "CSRF_TOKEN_INVALID";
                    };
                };
            };
            /** @description `BATCH_NOT_FOUND`: There is no such batch */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "BATCH_NOT_FOUND";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    audit_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next_cursor` of the page before, with the same filters. */
                cursor?: string;
                /** @description Only what is newer than this (ISO 8601). */
                created_after?: string;
                /** @description Only what is older than this (ISO 8601). */
                created_before?: string;
                job_id?: string;
                /** @description Id of the key that did it. */
                key_id?: string;
                type?: "job.accepted" | "job.started" | "job.step" | "job.source_retried" | "job.handed_back" | "job.completed" | "job.failed" | "job.cancelled" | "video.deleted" | "batch.created" | "batch.cancelled" | "template.created" | "template.updated" | "template.deleted" | "key.created" | "key.rotated" | "key.revoked";
                request_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                        data: components["schemas"]["AuditListDto"];
                        message: string;
                        /** @example req_70fd80da42156ecff0fd */
                        request_id: string;
                    };
                };
            };
            /** @description `VALIDATION_ERROR`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
            /** @description `MISSING_AUTH_HEADER`: An API key is required; `INVALID_API_KEY`: The API key is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "MISSING_AUTH_HEADER" | "INVALID_API_KEY";
                    };
                };
            };
            /** @description `CORS_ORIGIN_REJECTED`: The origin is not allowed; `INSUFFICIENT_SCOPE`: The API key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "CORS_ORIGIN_REJECTED" | "INSUFFICIENT_SCOPE";
                    };
                };
            };
            /** @description `RATE_LIMIT_EXCEEDED`: Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "RATE_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `INTERNAL_ERROR`: Something went wrong in the service */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service is not available at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"] & {
                        /** @enum {string} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
}
