/** Days of every rule are calendar days in Korea, whatever the host's time zone is. */
export const SEOUL = 'Asia/Seoul';
