"""`python -m charter_lint` is the command `charter-lint`."""

from charter_lint.cli import main

if __name__ == "__main__":
    main()
