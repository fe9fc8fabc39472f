"""Real documents drive a server: what packages send is judged by the document, and what they read is made from it.

Nothing here uses the generator but `arguments`, which asks the IR what Python calls the things of the wire.
"""
