"""The programs that plangen's PDF route is compared with, and what each is given to set."""
