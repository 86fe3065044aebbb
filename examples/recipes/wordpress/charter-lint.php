<?php
/**
 * Plugin Name: Charter check
 * Description: A post is published only when charter-lint lets it out.
 *
 * wp-config.php: define('CHARTER_LINT_URL', 'https://charter.example.com');
 *                define('CHARTER_LINT_SECRET', 'whsec_…');
 */

/** Ask the server; give null when the post may go out, else why not. */
function charter_lint_objection(string $title, string $html): ?string {
    $text = trim($title . "\n\n" . html_entity_decode(wp_strip_all_tags($html), ENT_QUOTES, 'UTF-8'));
    $body = wp_json_encode(['text' => $text, 'platform' => 'blog', 'account' => 'official']);
    $id = 'wp_' . bin2hex(random_bytes(12));
    $time = (string) time();
    $key = base64_decode(substr(CHARTER_LINT_SECRET, strlen('whsec_')));
    $mac = base64_encode(hash_hmac('sha256', "$id.$time.$body", $key, true));
    $answer = wp_remote_post(CHARTER_LINT_URL . '/v1/webhook', [
        'timeout' => 5,
        'headers' => [
            'content-type' => 'application/json',
            'webhook-id' => $id,
            'webhook-timestamp' => $time,
            'webhook-signature' => "v1,$mac",
            'charter-deadline-ms' => '4000',
        ],
        'body' => $body,
    ]);
    $status = is_wp_error($answer) ? 0 : (int) wp_remote_retrieve_response_code($answer);
    if ($status === 200) {
        return null;
    }
    if ($status !== 409) {
        return "The post could not be checked ($status): it stays a draft. Try again in a moment.";
    }
    $language = str_starts_with(get_locale(), 'fr') ? 'fr' : 'en';
    $said = [];
    foreach (json_decode(wp_remote_retrieve_body($answer), true)['findings'] as $finding) {
        if ($finding['severity'] !== 'advise') {
            $said[] = $finding['message'][$language] . ' ' . $finding['instead'][$language];
        }
    }
    return implode("\n", $said);
}

// The block editor and every other client of the REST API.
add_filter('rest_pre_insert_post', function ($post) {
    if (is_wp_error($post) || ($post->post_status ?? '') !== 'publish') {
        return $post;
    }
    $stored = empty($post->ID) ? null : get_post($post->ID);
    $why = charter_lint_objection(
        $post->post_title ?? $stored->post_title ?? '',
        $post->post_content ?? $stored->post_content ?? ''
    );
    return $why === null ? $post : new WP_Error('charter', $why, ['status' => 409]);
});
