Instance: tempat
InstanceOf: NamingSystem
Usage: #definition
* name = "Tempat"
* status = #draft
* kind = #identifier
* date = "2025-10-01"
* publisher = "Titian"
* responsible = "Dinas kesehatan atau puskesmas yang memakai Titian"
* description = "Kode tempat jejaring (puskesmas, pustu, posyandu, sekolah, praktik bidan) menurut register tempat kabupaten sendiri. Bukan kode nasional."
* jurisdiction = $negara#ID "Indonesia"
* usage = "Organization dan Location yang belum mempunyai nomor di platform nasional dirujuk dengan kode ini."
* uniqueId.type = #uri
* uniqueId.value = $tempat
* uniqueId.preferred = true
